/**
 * A figure's settings as a plain form. Before the chart is live the form is
 * uncontrolled HTML, and what the reader chose there is taken over.
 */
import { readForm, type Control, type FigureState } from '@/lib/url-state';

interface Props {
  figureId: string;
  title: string;
  controls: readonly Control[];
  state: FigureState;
  onChange?: (state: FigureState) => void;
}

const MANY = 4;

export function Controls({ figureId, title, controls, state, onChange }: Props) {
  if (controls.length === 0) return null;
  return (
    <form
      className="figure-controls needs-script"
      aria-label={`Settings: ${title}`}
      onSubmit={onChange && ((event) => event.preventDefault())}
      onChange={
        onChange && ((event) => onChange(readForm(controls, new FormData(event.currentTarget))))
      }
    >
      {controls.map((control) => (
        <ControlField
          key={control.key}
          figureId={figureId}
          control={control}
          state={state}
          isLive={!!onChange}
        />
      ))}
    </form>
  );
}

function ControlField({
  figureId,
  control,
  state,
  isLive,
}: {
  figureId: string;
  control: Control;
  state: FigureState;
  isLive: boolean;
}) {
  const id = `${figureId}-${control.key}`;
  const value = state[control.key] ?? control.default;
  if (control.kind === 'toggle') {
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
  if (control.kind === 'choice' && control.options.length > MANY) {
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
