import type { Metadata } from 'next';
import { SPECS } from '@/components/labs/specs';
import { LAB_IDS } from '@/labs/lab';
import { href, labPath } from '@/lib/site';

export const metadata: Metadata = {
  title: 'Labs',
  description:
    'Labs that train real models in your browser, by real gradient descent, from a seed: change the settings, run them, keep the receipt.',
};

export default async function Page() {
  const specs = await Promise.all(LAB_IDS.map(async (id) => (await SPECS[id]()).spec));
  return (
    <div className="page">
      <h1 className="page-title">Labs</h1>
      <p className="page-lead">
        Each lab trains real models on your device, by real gradient descent. Nothing is sent
        anywhere. A run begins from a seed and ends with a receipt, so that anyone can run it again
        and compare.
      </p>
      <ul className="card-list">
        {specs.map((spec) => (
          <li key={spec.id}>
            <h2>
              <a href={href(labPath(spec.id))}>{spec.title}</a>
            </h2>
            <p>{spec.question}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}
