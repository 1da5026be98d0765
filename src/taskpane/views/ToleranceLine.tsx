import { Link, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useRef, useState, useSyncExternalStore } from 'react';
import { isSameWithin } from '../../core/compare/EqualWithin';
import type { ComparedModels } from '../../app/ports/ComparisonEngine';
import { usualNow } from '../state/usualNow';
import { usePane } from './PaneContext';
import { ToleranceDialog } from './ToleranceDialog';

const useStyles = makeStyles({
  line: {
    ...typographyStyles.body1,
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalS,
    margin: `${tokens.spacingVerticalXS} 0 0`,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
});

/** How far numbers may differ and count as equal, and whether that is agreed, with a way to change it, and where the user did, back. */
export function ToleranceLine({ models, resting }: { readonly models: ComparedModels; readonly resting: boolean }) {
  const styles = useStyles();
  const { pane, strings } = usePane();
  const [asking, setAsking] = useState(false);
  const change = useRef<HTMLElement | null>(null);
  const words = strings.tolerance;
  const inForce = words.inForce(models.within);
  const state = useSyncExternalStore(pane.subscribe, pane.state);
  const usual = usualNow(state);
  const isUsual = isSameWithin(models.within, usual);
  const agreed = words.inForce(usual);
  const close = () => {
    setAsking(false);
    change.current?.focus();
  };
  return (
    <>
      <p className={styles.line}>
        <span data-tolerance={inForce === null ? 'exact' : isUsual ? 'agreed' : 'set'}>
          {inForce === null ? words.exactly : isUsual ? words.agreed(inForce) : `${inForce}.`}
        </span>
        <Link
          as="button"
          inline
          disabledFocusable={!resting}
          title={words.changeHint}
          ref={(element: HTMLElement | null) => void (change.current = element)}
          onClick={() => setAsking(true)}
        >
          {words.change}
        </Link>
        {!isUsual && (
          <Link
            as="button"
            inline
            disabledFocusable={!resting}
            title={agreed === null ? words.resetHint : words.resetToAgreed(agreed)}
            onClick={() => {
              change.current?.focus();
              pane.chooseTolerance('usual');
            }}
          >
            {words.reset}
          </Link>
        )}
      </p>
      {asking && (
        <ToleranceDialog
          models={models}
          onClose={close}
          onApply={(within) => {
            close();
            pane.chooseTolerance(within);
          }}
        />
      )}
    </>
  );
}
