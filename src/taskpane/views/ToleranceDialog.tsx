import { Field, Input, makeStyles, Radio, RadioGroup, tokens, typographyStyles } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { ComparedModels } from '../../app/ports/ComparisonEngine';
import type { EqualWithin } from '../../core/compare/EqualWithin';
import { draftOf, OFFERED, withinOf, type ToleranceHolder } from '../lists/toleranceDraft';
import { OwnTolerances } from './OwnTolerances';
import { AskDialog } from './AskDialog';
import { usePane } from './PaneContext';

const TYPED = 'typed';

const useStyles = makeStyles({
  how: { ...typographyStyles.body1, margin: 0 },
  typed: { marginLeft: tokens.spacingHorizontalXXL, maxWidth: '200px' },
});

interface Props {
  readonly models: ComparedModels;
  readonly onClose: () => void;
  readonly onApply: (within: EqualWithin) => void;
}

/** Asks how far numbers may differ and count as equal, everywhere and for single sheets and headlines. */
export function ToleranceDialog({ models, onClose, onApply }: Props) {
  const styles = useStyles();
  const { strings, locale } = usePane();
  const words = strings.tolerance;
  const [draft, setDraft] = useState(() => draftOf(models.within, locale));
  const within = withinOf(draft);
  const { offered, typed } = draft;
  const holders = useMemo(() => holdersOf(models), [models]);
  return (
    <AskDialog
      title={words.dialog}
      action={words.apply}
      ready={within !== null}
      onAnswer={() => within !== null && onApply(within)}
      onClose={onClose}
    >
      <p className={styles.how} id="tolerance-how">
        {words.how}
      </p>
      <RadioGroup
        aria-label={words.dialog}
        aria-describedby="tolerance-how"
        value={offered === null ? TYPED : String(offered)}
        onChange={(_, { value }) => setDraft({ ...draft, offered: value === TYPED ? null : Number(value) })}
      >
        {OFFERED.map((tolerance) => (
          <Radio key={tolerance} value={String(tolerance)} label={words.choice(tolerance)} />
        ))}
        <Radio value={TYPED} label={words.typed} />
      </RadioGroup>
      {offered === null && (
        <Field
          className={styles.typed}
          label={words.typedLabel}
          {...(within === null && typed !== '' && { validationState: 'error', validationMessage: words.typedWrong })}
        >
          <Input value={typed} inputMode="decimal" contentAfter="%" onChange={(_, { value }) => setDraft({ ...draft, typed: value })} />
        </Field>
      )}
      <OwnTolerances draft={draft} holders={holders} onChange={(own) => setDraft({ ...draft, own })} />
    </AskDialog>
  );
}

/** The sheets that both workbooks have, as yours calls them, and the headlines. */
function holdersOf({ comparison: { sheets, headlines } }: ComparedModels): readonly ToleranceHolder[] {
  return [
    ...sheets.flatMap(({ official, local }) => (official === null || local === null ? [] : [{ of: local, kind: 'sheet' as const }])),
    ...headlines.map(({ name }) => ({ of: name, kind: 'headline' as const })),
  ];
}
