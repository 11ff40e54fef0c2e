'use client';

/** A lab at work: settings in the address, a run in a worker, receipts. */
import {
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { initialState } from '@/components/charts/initial-state';
import type { Handover } from '@/components/charts/island';
import { afterPaint } from '@/components/charts/after-paint';
import { Readout } from '@/components/charts/readout';
import { Stage } from '@/components/charts/stage';
import { layoutFor } from '@/components/charts/layout-for';
import { replaceQuery } from '@/components/site/address';
import { PHASES, type LabSpec, type Settings } from '@/labs/lab';
import type { WantedDevice } from '@/labs/protocol';
import { compare, packReceipt, readReceipt, unpackReceipt, type Receipt } from '@/labs/receipt';
import type { RecordedRun } from '@/labs/recorded';
import type { Snapshot } from '@/labs/session';
import { LAYOUTS } from '@/lib/figure';
import { labAddress } from '@/lib/lab-links';
import { writeState } from '@/lib/url-state';
import { LabBody, Origin } from './lab-body';
import { Progress } from './progress';
import type { ReceiptAction } from './receipt-bar';
import type { LabView } from './registry';
import type { RunAction } from './run-bar';
import { saveFile } from './save-file';
import { sessionOf } from './sessions';
import { Verdict } from './verdict';

export interface LiveLabProps extends Handover {
  spec: LabSpec;
  view: LabView;
  recorded: RecordedRun;
  alone: boolean;
  brief: boolean;
}

const RECEIPT = '#receipt=';

/** Settings of the address or the form; a link of another version of the lab is named. */
function settingsIn(props: LiveLabProps) {
  const { spec, alone } = props;
  const { state, problems } = initialState(props);
  const v = alone ? new URLSearchParams(location.search).get('v') : null;
  const isOther = v !== null && Number(v) !== spec.v;
  const other = `it was made for version ${v?.slice(0, 10)} of this lab, and this is ${spec.v}`;
  return { settings: state, problems: isOther ? [...problems, other] : problems };
}

/** A receipt that came with the address. */
function receiptInAddress(): { receipt?: Receipt; problem?: string } {
  if (!location.hash.startsWith(RECEIPT)) return {};
  try {
    return { receipt: unpackReceipt(location.hash.slice(RECEIPT.length)) };
  } catch (error) {
    return { problem: (error as Error).message };
  }
}

export function LiveLab(props: LiveLabProps) {
  const { spec, view, recorded, alone } = props;
  const [session] = useState(() => sessionOf(spec));
  const snapshot: Snapshot = useSyncExternalStore(session.subscribe, session.snapshot);
  const [initial] = useState(() => ({ ...settingsIn(props), ...receiptInAddress() }));
  const [settings, setSettings] = useState(initial.receipt?.config ?? initial.settings);
  const [message, setMessage] = useState(() =>
    [
      ...initial.problems.map((one) => `This link cannot be read in full: ${one}.`),
      ...(initial.problem ? [`${initial.problem}.`] : []),
      ...(initial.receipt
        ? ['A receipt came with the link. “Replay and verify” runs it again.']
        : []),
    ].join(' '),
  );
  /** What the next run is held against. */
  const [claimed, setClaimed] = useState<Receipt | undefined>(initial.receipt);
  const [isVerifying, setVerifying] = useState(false);
  const [active, setActive] = useState<string>();
  const [layout, setLayout] = useState(() => layoutFor(props.width));
  const stage = useRef<HTMLDivElement>(null);
  const picker = useRef<HTMLInputElement>(null);

  const isOwn = snapshot.settings !== undefined;
  const shown = useMemo(
    () =>
      snapshot.settings
        ? { records: snapshot.records, settings: snapshot.settings }
        : { records: recorded.records, settings: recorded.receipt.config },
    [snapshot.records, snapshot.settings, recorded],
  );
  // What a press or a key asks for is shown at once; pictures and tables follow.
  const drawn = useDeferredValue(shown);
  const highlighted = useDeferredValue(active);
  const series = useMemo(() => view.series(drawn.records, drawn.settings), [view, drawn]);
  const results = useMemo(() => <view.Results {...drawn} />, [view, drawn]);
  const reading = series.readings.find(({ id }) => id === active);
  const receipt = isOwn ? snapshot.receipt : recorded.receipt;

  useEffect(() => {
    const element = stage.current?.closest('.lab');
    if (!element) return;
    const observer = new ResizeObserver(
      ([entry]) => entry && setLayout(layoutFor(entry.contentRect.width)),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const addressOf = (wanted: Settings) => labAddress(spec, wanted, location.href);

  const change = (next: Settings) => {
    setSettings(next);
    setMessage('');
    afterPaint(() => {
      const query = new URLSearchParams(location.search);
      replaceQuery(writeState(spec.controls, next, query, spec.id, alone));
    });
  };

  const begin = (wanted: Settings, against?: Receipt) => {
    setMessage('');
    setActive(undefined);
    setVerifying(against !== undefined);
    session.start(wanted, String(wanted.device) as WantedDevice);
  };

  const onRun = (action: RunAction) => {
    if (action === 'run') begin(settings);
    else session[action]();
  };

  const take = (text: string) => {
    try {
      const found = readReceipt(text);
      if (found.lab !== spec.id) {
        setMessage(`This receipt is of the lab “${found.lab}”, and this is “${spec.id}”.`);
        return;
      }
      setClaimed(found);
      change(found.config);
      setMessage('The receipt is open. “Replay and verify” runs it again.');
    } catch (error) {
      setMessage(`${(error as Error).message}.`);
    }
  };

  const copy = async (what: string, text: string) => {
    try {
      await navigator.clipboard.writeText(text);
      setMessage(`${what} copied: ${text}`);
    } catch {
      setMessage(`Copy this ${what.toLowerCase()}: ${text}`);
    }
  };

  const onReceipt = (action: ReceiptAction) => {
    if (action === 'link') return void copy('Link', addressOf(settings));
    if (action === 'open') return picker.current?.click();
    const wanted = action === 'verify' ? (claimed ?? receipt) : receipt;
    if (!wanted) return;
    if (action === 'save')
      return saveFile(
        `${spec.id}-receipt.json`,
        `${JSON.stringify(wanted, null, 2)}\n`,
        'application/json',
      );
    if (action === 'share')
      return void copy('Receipt', `${addressOf(wanted.config)}${RECEIPT}${packReceipt(wanted)}`);
    setClaimed(wanted);
    begin(wanted.config, wanted);
  };

  const isDone = snapshot.state === 'done' && snapshot.receipt !== undefined;
  const isOfOthers =
    snapshot.settings !== undefined && addressOf(settings) !== addressOf(snapshot.settings);
  return (
    <div
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        void event.dataTransfer.files[0]?.text().then(take);
      }}
    >
      <LabBody
        spec={spec}
        brief={props.brief}
        series={series}
        settings={settings}
        state={snapshot.state}
        hasReceipt={receipt !== undefined || claimed !== undefined}
        tableOpen={props.tableOpen}
        moreOpen={props.moreOpen}
        message={message}
        origin={isOwn ? ownOrigin(snapshot, isOfOthers) : <Origin {...recorded} />}
        own={view.Own && <view.Own settings={settings} state={snapshot.state} />}
        status={<Progress snapshot={snapshot} phases={PHASES} />}
        results={
          <>
            {isVerifying && isDone && claimed && snapshot.receipt && (
              <Verdict
                receipt={claimed}
                got={snapshot.receipt}
                differences={compare(claimed, snapshot.receipt.metrics)}
              />
            )}
            {results}
          </>
        }
        readout={reading && <Readout reading={reading} data={{}} />}
        onChange={change}
        onRun={onRun}
        onReceipt={onReceipt}
      >
        <Stage
          ref={stage}
          id={spec.id}
          title={spec.title}
          Chart={view.Chart}
          series={series}
          layout={layout}
          size={LAYOUTS[layout]}
          active={active}
          highlighted={highlighted}
          onActivate={setActive}
        />
      </LabBody>
      <input
        ref={picker}
        type="file"
        accept="application/json,.json"
        hidden
        onChange={(event) => void event.target.files?.[0]?.text().then(take)}
      />
    </div>
  );
}

/** @param isOfOthers whether the settings have been changed since the run began */
function ownOrigin({ state, device, remark }: Snapshot, isOfOthers: boolean): string {
  const where = device ? ` on ${device === 'wasm' ? 'WASM' : 'WebGPU'}` : '';
  const said = remark
    ? ` ${remark[0]?.toUpperCase()}${remark.slice(1)}${/[.!?]$/.test(remark) ? '' : '.'}`
    : '';
  if (state === 'failed') return `Your run failed.${said} The results so far are shown.`;
  const changed = isOfOthers
    ? ' The settings have changed since it began; a new run takes them.'
    : '';
  return `The picture shows your run${where}.${said}${changed}`;
}
