/**
 * A figure's settings as a plain form. Before the chart is live the form is
 * uncontrolled HTML, and what the reader chose there is taken over.
 */
import {
  longestText,
  readForm,
  sliderPosition,
  type ChoiceControl,
  type Control,
  type FigureState,
  type NumberControl,
  type SetControl,
  type StateValue,
  type TextControl,
  type ToggleControl,
} from '@/lib/url-state';

interface Props {
  figureId: string;
  title: string;
  controls: readonly Control[];
  /** For choices that depend on others: the values on offer, by control. */
  choices?: Readonly<Record<string, readonly string[]>>;
  state: FigureState;
  moreOpen?: boolean;
  onChange?: (state: FigureState) => void;
}

const MANY = 4;

export function Controls(props: Props) {
  const { figureId, title, controls, choices, state, moreOpen, onChange } = props;
  if (controls.length === 0) return null;
  const fields = (shown: readonly Control[]) =>
    shown.map((control) => (
      <ControlField
        key={control.key}
        id={`${figureId}-${control.key}`}
        control={control}
        value={state[control.key] ?? control.default}
        offered={choices?.[control.key]}
        isLive={!!onChange}
      />
    ));
  const more = controls.filter((control) => control.more);
  const changed = more.filter(
    ({ key, default: atRest }) => String(state[key] ?? atRest) !== String(atRest),
  ).length;
  return (
    <form
      className="figure-controls needs-script"
      aria-label={`Settings: ${title}`}
      onSubmit={onChange && ((event) => event.preventDefault())}
      onChange={
        onChange && ((event) => onChange(readForm(controls, new FormData(event.currentTarget))))
      }
    >
      {fields(controls.filter((control) => !control.more))}
      {more.length > 0 && (
        <details className="figure-more" open={moreOpen}>
          <summary>More settings{changed > 0 && ` (${changed} changed)`}</summary>
          <div>{fields(more)}</div>
        </details>
      )}
    </form>
  );
}

interface FieldProps<C extends Control> {
  id: string;
  control: C;
  value: StateValue;
  /** Whether React holds the value, or the page's own HTML does. */
  isLive: boolean;
}

export function SelectField({ id, control, value, isLive }: FieldProps<ChoiceControl>) {
  const selected = isLive
    ? { value: String(value), onChange: () => {} }
    : { defaultValue: String(value) };
  return (
    <label className="control-select">
      <span>{control.label}</span>
      <select id={id} name={control.key} {...selected}>
        {control.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}

export function TextField({ id, control, value, isLive }: FieldProps<TextControl>) {
  const text = isLive
    ? { value: String(value), onChange: () => {} }
    : { defaultValue: String(value) };
  return (
    <label className="control-select control-text">
      <span>{control.label}</span>
      <input
        type="search"
        id={id}
        name={control.key}
        autoComplete="off"
        maxLength={longestText(control)}
        {...text}
      />
    </label>
  );
}

/** Options side by side: one of them, or any of them. */
export function OptionsField({
  id,
  control,
  value,
  isLive,
}: FieldProps<ChoiceControl | SetControl>) {
  const isOn = (option: string) =>
    Array.isArray(value) ? value.includes(option) : value === option;
  return (
    <fieldset className="control-choice">
      <legend>{control.label}</legend>
      <div>
        {control.options.map((option) => {
          const checked = isLive
            ? { checked: isOn(option.value), readOnly: true }
            : { defaultChecked: isOn(option.value) };
          return (
            <label key={option.value}>
              <input
                type={control.kind === 'set' ? 'checkbox' : 'radio'}
                id={`${id}-${option.value}`}
                name={control.key}
                value={option.value}
                {...checked}
              />
              <span>{option.label}</span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}

function ToggleField({ id, control, value, isLive }: FieldProps<ToggleControl>) {
  const checked = isLive
    ? { checked: value === true, readOnly: true }
    : { defaultChecked: value === true };
  return (
    <label className="control-toggle">
      <input type="checkbox" id={id} name={control.key} value="1" {...checked} />
      {control.label}
    </label>
  );
}

/** Steps along a slider: fine enough to set, few enough to reach by arrow key. */
const SLIDER_STEPS = 200;

function NumberField({ id, control, value, isLive }: FieldProps<NumberControl>) {
  const number = Number(value);
  const isField = control.input === 'field';
  const [low, high, now] = [control.min, control.max, number].map((n) =>
    sliderPosition(control, n),
  );
  const position = isField ? number : now;
  const held = isLive ? { value: position, onChange: () => {} } : { defaultValue: position };
  const isLog = control.input === 'log-slider';
  // Not a multiple of the step: the slider must be able to stand exactly where the value is.
  const step = isLog ? 'any' : (control.step ?? (high! - low!) / SLIDER_STEPS);
  return (
    <label className={`control-number control-${control.input}`}>
      <span>{control.label}</span>
      <input
        type={isField ? 'number' : 'range'}
        id={id}
        name={control.key}
        min={low}
        max={high}
        step={step}
        aria-valuetext={isField ? undefined : control.format(number)}
        {...held}
      />
      {!isField && <output htmlFor={id}>{control.format(number)}</output>}
    </label>
  );
}

/** Only what is on offer; a value that is not gives way to the first that is, as in the picture. */
function offer(control: ChoiceControl, value: StateValue, offered?: readonly string[]) {
  const options = control.options.filter((option) => offered?.includes(option.value) ?? true);
  const isOffered = options.some((option) => option.value === value);
  return { options, value: isOffered ? value : (options[0]?.value ?? value) };
}

function ControlField(props: FieldProps<Control> & { offered?: readonly string[] }) {
  const { control, offered, ...rest } = props;
  switch (control.kind) {
    case 'toggle':
      return <ToggleField control={control} {...rest} />;
    case 'text':
      return <TextField control={control} {...rest} />;
    case 'choice': {
      const { options, value } = offer(control, rest.value, offered);
      const field = { ...rest, control: { ...control, options }, value };
      return control.options.length > MANY ? (
        <SelectField {...field} />
      ) : (
        <OptionsField {...field} />
      );
    }
    case 'number':
      return <NumberField control={control} {...rest} />;
    case 'set':
      return <OptionsField control={control} {...rest} />;
  }
}
