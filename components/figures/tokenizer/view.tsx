import { RowChart } from '@/components/charts/row-chart';
import type { ChartProps } from '@/components/charts/chart';
import { PieceChart } from './piece-chart';
import type { TokenSeries } from './spec';

export function Chart({ series, ...props }: ChartProps<TokenSeries>) {
  return 'rows' in series ? (
    <RowChart series={series} {...props} />
  ) : (
    <PieceChart series={series} {...props} />
  );
}
