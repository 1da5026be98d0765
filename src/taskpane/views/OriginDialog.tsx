import { Field, makeStyles, ProgressBar, Radio, RadioGroup, tokens, typographyStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { closestOf, type VersionFit } from '../../app/catalog/closestVersions';
import type { Published } from '../state/Published';
import { AskDialog } from './AskDialog';
import { usePane } from './PaneContext';
import { useClosest } from './useClosest';

const useStyles = makeStyles({
  text: { ...typographyStyles.body1, margin: 0, overflowWrap: 'anywhere' },
  small: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2, margin: 0, overflowWrap: 'anywhere' },
});

/** Compares yours with the versions of the official model, and asks which of them it was made from. */
export function OriginDialog({ published, onClose }: { readonly published: Published; readonly onClose: () => void }) {
  const styles = useStyles();
  const { pane, strings } = usePane();
  const { result, doing, done } = useClosest();
  const [chosen, setChosen] = useState<string | null>(null);
  const words = strings.catalog;
  const fits = result?.ok === true ? result.value : null;
  const closest = fits === null ? [] : closestOf(fits);
  const version = chosen ?? (closest.length === 1 ? closest[0]!.version : null);
  return (
    <AskDialog
      title={words.originTitle}
      action={version === null ? words.originWait : words.originUse(version)}
      ready={version !== null}
      onAnswer={() => {
        onClose();
        pane.catalog.compareSince(version!);
      }}
      onClose={onClose}
    >
      {result === null && (
        <Field validationMessage={doing} validationState="none">
          <ProgressBar value={done} aria-label={words.originTitle} />
        </Field>
      )}
      {result?.ok === false && <p className={styles.text}>{result.failure.message}</p>}
      {fits !== null && (
        <>
          <p className={styles.text} role="status">
            {closest.length === 1 ? words.originGuess(closest[0]!.version) : words.originTied(closest.map((one) => one.version))}
          </p>
          <Fits fits={fits} chosen={version} onChoose={setChosen} older={published.model.versions.length - fits.length} />
        </>
      )}
    </AskDialog>
  );
}

interface FitsProps {
  readonly fits: readonly VersionFit[];
  readonly chosen: string | null;
  readonly onChoose: (version: string) => void;
  /** So many versions were not looked at. */
  readonly older: number;
}

function Fits({ fits, chosen, onChoose, older }: FitsProps) {
  const styles = useStyles();
  const { strings } = usePane();
  const words = strings.catalog;
  return (
    <>
      <RadioGroup aria-label={words.originTitle} value={chosen ?? ''} onChange={(_, { value }) => onChoose(value)}>
        {fits.map(
          ({ version: { version }, distance }) =>
            distance !== null && <Radio key={version} value={version} label={words.originFit(version, distance.causes, distance.cells)} />,
        )}
      </RadioGroup>
      {fits.map(
        ({ version: { version }, distance, why }) =>
          distance === null && (
            <p key={version} className={styles.small}>
              {words.originNot(version, why)}
            </p>
          ),
      )}
      {older > 0 && <p className={styles.small}>{words.originOlder(older)}</p>}
    </>
  );
}
