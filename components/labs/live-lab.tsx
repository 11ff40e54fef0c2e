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
import type { Receipt } from '@/labs/receipt';
import type { RecordedRun } from '@/labs/recorded';
import type { Snapshot } from '@/labs/session';
import { LAYOUTS } from '@/lib/figure';
import { labAddress } from '@/lib/lab-links';
import { writeState } from '@/lib/url-state';
import { LabBody } from './lab-body';
import { Progress } from './progress';
import { ReceiptDrop } from './receipt-drop';
import type { LabView } from './registry';
import type { RunAction } from './run-bar';
import { RunOrigin, takesPicture } from './run-origin';
import { sessionOf } from './sessions';
import { receiptInAddress, useReceipts, verdictOf } from './use-receipts';

export interface LiveLabProps extends Handover {
  spec: LabSpec;
  view: LabView;
  recorded: RecordedRun;
  alone: boolean;
  brief: boolean;
}

/** Settings of the address or the form; a link of another version of the lab is named. */
function settingsIn(props: LiveLabProps) {
  const { spec, alone } = props;
  const { state, problems } = initialState(props);
  const v = alone ? new URLSearchParams(location.search).get('v') : null;
  const isOther = v !== null && Number(v) !== spec.v;
  const other = `it was made for version ${v?.slice(0, 10)} of this lab, and this is ${spec.v}`;
  return { settings: state, problems: isOther ? [...problems, other] : problems };
}

export function LiveLab(props: LiveLabProps) {
  const { spec, view, recorded, alone } = props;
  const [session] = useState(() => sessionOf(spec));
  const snapshot: Snapshot = useSyncExternalStore(session.subscribe, session.snapshot);
  const [initial] = useState(() => ({ ...settingsIn(props), ...receiptInAddress(spec) }));
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
  const [active, setActive] = useState<string>();
  const [layout, setLayout] = useState(() => layoutFor(props.width));
  const stage = useRef<HTMLDivElement>(null);

  const isOwn = takesPicture(snapshot);
  const shown = useMemo(
    () =>
      isOwn && snapshot.settings
        ? { records: snapshot.records, settings: snapshot.settings }
        : { records: recorded.records, settings: recorded.receipt.config },
    [isOwn, snapshot.records, snapshot.settings, recorded],
  );
  // What a press or a key asks for is shown at once; pictures and tables follow.
  const drawn = useDeferredValue(shown);
  const highlighted = useDeferredValue(active);
  const series = useMemo(() => view.series(drawn.records, drawn.settings), [view, drawn]);
  const results = useMemo(() => <view.Results {...drawn} />, [view, drawn]);
  const reading = series.readings.find(({ id }) => id === active);

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
    session.start(wanted, String(wanted.device) as WantedDevice, against);
  };

  const receipts = useReceipts({
    spec,
    settings,
    initial: initial.receipt,
    shown: isOwn ? snapshot.receipt : recorded.receipt,
    say: setMessage,
    onOpen: ({ config }) => change(config),
    onReplay: (receipt) => begin(receipt.config, receipt),
  });

  const onRun = (action: RunAction) => {
    if (action !== 'run') return session[action]();
    receipts.close();
    begin(settings);
  };

  const isOfOthers =
    snapshot.settings !== undefined && addressOf(settings) !== addressOf(snapshot.settings);
  return (
    <ReceiptDrop picker={receipts.picker} onFile={(file) => void receipts.take(file)}>
      <LabBody
        spec={spec}
        brief={props.brief}
        series={series}
        settings={settings}
        state={snapshot.state}
        offered={receipts.offered}
        tableOpen={props.tableOpen}
        moreOpen={props.moreOpen}
        message={message}
        origin={<RunOrigin {...{ snapshot, recorded, isOfOthers }} />}
        own={view.Own && <view.Own settings={settings} state={snapshot.state} />}
        status={<Progress snapshot={snapshot} phases={PHASES} />}
        results={
          <>
            {verdictOf(snapshot, receipts.opened)}
            {results}
          </>
        }
        readout={reading && <Readout reading={reading} data={{}} />}
        onChange={change}
        onRun={onRun}
        onReceipt={receipts.act}
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
    </ReceiptDrop>
  );
}
