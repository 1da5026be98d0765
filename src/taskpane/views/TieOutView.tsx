import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { causeCounts } from '../lists/causeCounts';
import { decidedCauses, openCauses } from '../lists/openCauses';
import type { Review } from '../state/PaneState';
import { ArrowSync20Regular } from './icons';
import { CountsList } from './CountsList';
import { FewestNote } from './FewestNote';
import { HeadlinesTable } from './HeadlinesTable';
import { KeyedLists } from './KeyedLists';
import { OfferedNote } from './OfferedNote';
import { usePane } from './PaneContext';
import { SinceAction } from './SinceAction';
import { ToleranceLine } from './ToleranceLine';
import { UndoSyncButton } from './UndoSyncButton';
import { VerdictCard } from './VerdictCard';
import { WhatIsNew } from './WhatIsNew';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL, padding: tokens.spacingHorizontalL },
  action: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    // Stays in view under a long list of headlines, where the pane is high enough to spare the room.
    '@media (min-height: 480px)': {
      position: 'sticky',
      bottom: 0,
      margin: `0 calc(-1 * ${tokens.spacingHorizontalL})`,
      padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
      backgroundColor: tokens.colorNeutralBackground1,
      borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    },
  },
  kept: { ...typographyStyles.body1, margin: `${tokens.spacingVerticalXS} 0 0` },
  caption: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2, margin: 0 },
});

interface Props {
  readonly review: Review;
  readonly undoable: boolean;
  readonly resting: boolean;
}

/** The verdict, the headlines, what a sync would do, and what differs by kind: in this order. */
export function TieOutView({ review, undoable, resting }: Props) {
  const styles = useStyles();
  const { pane, strings } = usePane();
  const { comparison } = review.models;
  const { ticked } = review.list;
  const all = causeCounts(comparison).ids;
  const { ids, cells } = openCauses(review);
  const kept = decidedCauses(review, 'settled');
  return (
    <div className={styles.view}>
      <div>
        <VerdictCard comparison={comparison} />
        {kept > 0 && <p className={styles.kept}>{strings.decisions.kept(kept, all.length - kept)}</p>}
        <OfferedNote review={review} resting={resting} />
        <ToleranceLine models={review.models} resting={resting} />
      </div>
      <WhatIsNew />
      <HeadlinesTable review={review} resting={resting} />
      {(ids.length > 0 || undoable) && (
        <div className={styles.action}>
          {ids.length > 0 && comparison.since !== undefined && <SinceAction review={review} resting={resting} />}
          {ids.length > 0 && comparison.since === undefined && (
            <>
              <Button
                appearance="primary"
                size="large"
                icon={<ArrowSync20Regular />}
                disabledFocusable={!resting}
                onClick={() => pane.plan(ids, false)}
              >
                {strings.sync.button}
              </Button>
              <p className={styles.caption}>{strings.sync.caption(ids.length, cells)}</p>
              <FewestNote review={review} total={ids.length} resting={resting} />
            </>
          )}
          {ticked.size > 0 && (
            <Button disabledFocusable={!resting} onClick={() => pane.plan(all.filter((id) => ticked.has(id)))}>
              {strings.sync.ticked(ticked.size)}
            </Button>
          )}
          {undoable && <UndoSyncButton resting={resting} />}
        </div>
      )}
      <CountsList review={review} />
      <KeyedLists comparison={comparison} resting={resting} />
    </div>
  );
}
