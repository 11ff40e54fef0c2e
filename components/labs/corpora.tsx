/** The texts that the labs learn from, with where they come from. */
import { CORPORA, type CorpusId } from '@/labs/corpora';
import manifest from '@/labs/corpora/manifest.json';
import { formatNumber } from '@/lib/format';
import { href } from '@/lib/site';

export function Corpora() {
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label="Table: corpora">
      <table>
        <thead>
          <tr>
            <th scope="col">Text</th>
            <th scope="col">From</th>
            <th scope="col">Licence</th>
            <th scope="col" className="number">
              Characters
            </th>
            <th scope="col">SHA-256 of the cleaned text</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(CORPORA).map(([id, { label, licence, notice }]) => {
            const { source, whole } = manifest.corpora[id as CorpusId];
            return (
              <tr key={id}>
                <th scope="row">{label}</th>
                <td>
                  npm package {source.name} {source.version}
                </td>
                <td>{notice ? <a href={href(notice)}>{licence}</a> : licence}</td>
                <td className="number">{formatNumber(whole.characters, 7)}</td>
                <td>
                  <code>{whole.sha256.slice(0, 16)}…</code>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
