/** `npm run record [-- name …]`: makes anew what the labs show and ship, in the order given here. */
import { spec as adapt } from '@/labs/adapt/spec';
import { spec as compress } from '@/labs/compress/spec';
import { spec as forget } from '@/labs/forget/spec';
import { spec as pretrain } from '@/labs/pretrain/spec';
import { recordCheckpoint } from './checkpoint';
import { recordContext } from './context';
import { recordCorpora } from './corpora';
import { recordForgetGrid } from './forget-grid';
import { recordGrid } from './grid';
import { recordLab } from './lab';
import { recordStepTimes } from './step-times';

const RECORDS: Readonly<Record<string, () => Promise<void>>> = {
  corpora: recordCorpora,
  checkpoint: recordCheckpoint,
  pretrain: () => recordLab(pretrain, { width: '32', layers: 1, steps: 10, device: 'wasm' }),
  adapt: () =>
    recordLab(adapt, { methods: ['full', 'lora'], examples: 10, steps: 10, device: 'wasm' }),
  compress: () =>
    recordLab(compress, {
      ways: ['int4', 'magnitude', 'structured', 'distilled'],
      groups: ['block'],
      prune: ['50'],
      steps: 20,
      device: 'wasm',
    }),
  forget: () => recordLab(forget, { methods: ['rehearsal', 'ewc'], steps: 10, device: 'wasm' }),
  grid: recordGrid,
  'step-times': recordStepTimes,
  context: recordContext,
  'forget-grid': recordForgetGrid,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in RECORDS));
if (unknown.length > 0) {
  console.error(`there is no ${unknown.join(', ')}; known: ${Object.keys(RECORDS).join(', ')}`);
  process.exit(1);
}
for (const [name, record] of Object.entries(RECORDS)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`— ${name}`);
  await record();
}
