import type { Metadata } from 'next';
import { ColumnList } from '@/components/data/column-list';
import { DatasetCitation } from '@/components/data/dataset-citation';
import { DatasetFiles } from '@/components/data/dataset-files';
import { TableExplorer } from '@/components/data/table-explorer';
import { DATASET_IDS, dataset, isDatasetId } from '@/data';
import type { AnyDataset } from '@/data/schema';
import { evidenceOf } from '@/lib/data/evidence';
import { updatedOn } from '@/lib/data/export';
import { formatDate } from '@/lib/format';
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

function EvidenceLine({ definition, rows }: AnyDataset) {
  const { values, primary, secondary, estimated, derived, measured, missing, reviewed } =
    evidenceOf(definition, rows);
  if (values === 0) return null;
  const parts = [
    `${primary.toLocaleString('en')} of ${values.toLocaleString('en')} sourced values were read in the work itself`,
    secondary > 0 && `${secondary.toLocaleString('en')} in another work that names it`,
    estimated > 0 && `${estimated.toLocaleString('en')} are estimates`,
    derived > 0 && `${derived.toLocaleString('en')} are computed from others`,
    measured > 0 && `${measured.toLocaleString('en')} were measured by a program of this site`,
    missing > 0 &&
      `${missing.toLocaleString('en')} ${missing === 1 ? 'cell is empty and says' : 'cells are empty and say'} why`,
  ].filter(Boolean);
  return (
    <p className="page-text">
      <strong>How it was checked.</strong> {parts.join('; ')}. A second reader has held{' '}
      {reviewed === rows.length ? 'every row' : `${reviewed} of ${rows.length} rows`} against the
      sources.
    </p>
  );
}

export default async function Page({ params }: Props) {
  const { dataset: id } = await params;
  if (!isDatasetId(id)) return null;
  const given: AnyDataset = dataset(id);
  const { definition, rows } = given;
  const { title, licence } = definition;
  const updated = updatedOn(definition);
  return (
    <div className="page">
      <p className="kicker">
        <a href={href('/data/')}>Data</a>
      </p>
      <h1 className="page-title">{definition.title}</h1>
      <p className="page-lead">{definition.description}</p>
      <p className="page-text">
        <strong>What is in.</strong> {definition.inclusion}
      </p>
      <EvidenceLine {...given} />
      <p className="quiet">
        {rows.length} rows · updated {formatDate(updated)} · {definition.licence}
      </p>
      <DatasetFiles id={id} title={definition.title} />
      <h2 id="table">The table</h2>
      <p className="page-text needs-script">
        Choose a value to see where it is from. In the table the arrow keys go from cell to cell.
        What you search, filter and sort stands in the address, so that you can link to it.
      </p>
      <TableExplorer
        id={id}
        title={definition.title}
        columns={definition.columns}
        rowCount={rows.length}
      />
      <h2 id="columns">Columns</h2>
      <ColumnList columns={definition.columns} />
      <h2 id="cite">How to cite</h2>
      <DatasetCitation dataset={{ id, title, updated, licence }} />
      <p className="page-text">
        The data are free to use, change and share under {definition.licence}, with this reference.
        For a single value, cite the work that its cell names.
      </p>
      <h2 id="changes">Change log</h2>
      <ul className="plain-list">
        {definition.changes.map(({ date, what }) => (
          <li key={`${date} ${what}`}>
            <strong>{formatDate(date)}.</strong> {what}
          </li>
        ))}
      </ul>
    </div>
  );
}
