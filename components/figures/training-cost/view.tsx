export { RowChart as Chart } from '@/components/charts/row-chart';
