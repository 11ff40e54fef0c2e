import type { Metadata } from 'next';
import { CellsTable } from '@/components/data/cells-table';
import { DatasetFiles } from '@/components/data/dataset-files';

import { DATASET_IDS, dataset, isDatasetId } from '@/data';
import { href } from '@/lib/site';

interface Props {
  params: Promise<{ dataset: string }>;
}

export const dynamicParams = false;
export const generateStaticParams = () => DATASET_IDS.map((id) => ({ dataset: id }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { dataset: id } = await params;
  if (!isDatasetId(id)) return {};
  const { title, description } = dataset(id).definition;
  return { title, description };
}

export default async function Page({ params }: Props) {
  const { dataset: id } = await params;
  if (!isDatasetId(id)) return null;
  const { definition, rows } = dataset(id);
  return (
    <div className="page">
      <p className="kicker">
        <a href={href('/data/')}>Data</a>
      </p>
      <h1 className="page-title">{definition.title}</h1>
      <p className="page-lead">{definition.description}</p>
      <p className="max-w-[44rem]">
        <strong>What is in.</strong> {definition.inclusion}
      </p>
      <p className="quiet">
        {rows.length} rows · updated {definition.updated} · {definition.licence}
      </p>
      <DatasetFiles id={id} title={definition.title} />
      <CellsTable
        columns={definition.columns}
        rows={rows}
        label={definition.title}
        className="dataset-table"
        addressable
      />
    </div>
  );
}
