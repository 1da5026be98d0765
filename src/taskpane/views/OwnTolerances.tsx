import { Button, Field, makeStyles, Select, tokens, typographyStyles } from '@fluentui/react-components';
import { useId, useRef } from 'react';
import { EXACT, type OwnTolerance } from '../../core/compare/EqualWithin';
import { holdersLeft, isSameHolder, OFFERED, type ToleranceDraft, type ToleranceHolder } from '../lists/toleranceDraft';
import { Dismiss16Regular } from './icons';
import { usePane } from './PaneContext';

const useStyles = makeStyles({
  block: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, minWidth: 0 },
  title: { ...typographyStyles.body1Strong, margin: 0 },
  line: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, minWidth: 0 },
  name: { ...typographyStyles.body1, flex: '1 1 0', minWidth: 0, overflowWrap: 'anywhere' },
  within: { flexShrink: 0 },
  field: { gridTemplateColumns: 'minmax(0, 1fr)', '& select': { textOverflow: 'ellipsis' } },
});

interface Props {
  readonly draft: ToleranceDraft;
  readonly holders: readonly ToleranceHolder[];
  readonly onChange: (own: readonly OwnTolerance[]) => void;
}

/** The sheets and headlines for which something else counts as equal than everywhere else, each with a way out, and one to add. */
export function OwnTolerances({ draft, holders, onChange }: Props) {
  const styles = useStyles();
  const { strings } = usePane();
  const title = useId();
  const adding = useRef<HTMLSelectElement | null>(null);
  const words = strings.tolerance;
  const { own } = draft;
  const left = holdersLeft(draft, holders);
  const add = (index: number) => {
    const holder = left[index];
    if (holder !== undefined) onChange([...own, { ...holder, tolerance: EXACT.tolerance }]);
  };
  const remove = (gone: OwnTolerance) => {
    // The button goes with its line; whoever pressed it must not be left nowhere.
    adding.current?.focus();
    onChange(own.filter((one) => one !== gone));
  };
  return (
    <div className={styles.block} role="group" aria-labelledby={title}>
      <p className={styles.title} id={title}>
        {words.own}
      </p>
      {own.map((one) => (
        <div className={styles.line} key={`${one.kind} ${one.of}`}>
          <span className={styles.name}>{words.name(one)}</span>
          <Select
            className={styles.within}
            aria-label={words.ofOwn(one)}
            value={String(one.tolerance)}
            onChange={(_, { value }) =>
              onChange(own.map((each) => (isSameHolder(each, one) ? { ...one, tolerance: Number(value) } : each)))
            }
          >
            {(OFFERED.includes(one.tolerance) ? OFFERED : [...OFFERED, one.tolerance]).map((each) => (
              <option key={each} value={String(each)}>
                {words.short(each)}
              </option>
            ))}
          </Select>
          <Button
            appearance="subtle"
            size="small"
            icon={<Dismiss16Regular />}
            aria-label={words.remove(one)}
            title={words.remove(one)}
            onClick={() => remove(one)}
          />
        </div>
      ))}
      <Field className={styles.field}>
        <Select
          ref={(element: HTMLSelectElement | null) => void (adding.current = element)}
          aria-label={words.add}
          value=""
          onChange={(_, { value }) => {
            if (value !== '') add(Number(value));
          }}
        >
          <option value="">{words.add}…</option>
          {(['sheet', 'headline'] as const).map((kind) => (
            <optgroup key={kind} label={words.kinds[kind]}>
              {left.map((holder, index) =>
                holder.kind === kind ? (
                  <option key={holder.of} value={String(index)}>
                    {holder.of}
                  </option>
                ) : null,
              )}
            </optgroup>
          ))}
        </Select>
      </Field>
    </div>
  );
}
