import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { decidedCauses } from '../lists/openCauses';
import type { IncomingProposals, Review, WorkbookRecords } from '../state/PaneState';
import { DifferencesView } from './DifferencesView';
import { HistoryView } from './HistoryView';
import { usePane } from './PaneContext';
import { ProposalsView } from './ProposalsView';
import { TieOutView } from './TieOutView';

const useStyles = makeStyles({
  tabs: {
    flexShrink: 0,
    flexWrap: 'wrap',
    paddingLeft: tokens.spacingHorizontalXS,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  panel: { flexGrow: 1, minHeight: '220px', display: 'flex', flexDirection: 'column' },
});

/** A comparison: the verdict, all differences, and what was done before. `resting` is false while a step runs, when nothing new can be started. */
export function ReviewView({
  review,
  memory,
  incoming,
  undoable,
  resting,
}: {
  readonly review: Review;
  readonly memory: WorkbookRecords | null;
  readonly incoming: IncomingProposals | null;
  readonly undoable: boolean;
  readonly resting: boolean;
}) {
  const styles = useStyles();
  const { pane, strings } = usePane();
  const { comparison } = review.models;
  const view = viewOf(review.view, incoming !== null);
  const causes = comparison.counts.roles.cause - decidedCauses(review, 'settled');
  return (
    <>
      <TabList
        className={styles.tabs}
        size="medium"
        aria-label={strings.differences.views}
        selectedValue={view}
        onTabSelect={(_, { value }) => pane.dispatch({ type: 'viewShown', view: value as Review['view'] })}
      >
        {incoming === null ? (
          <>
            <Tab value="tieout" id="tab-tieout" aria-controls="panel">
              {strings.differences.tieout}
            </Tab>
            <Tab value="differences" id="tab-differences" aria-controls="panel">
              {causes === 0 && comparison.differences.length > 0 ? strings.differences.uncounted : strings.differences.tab(causes)}
            </Tab>
          </>
        ) : (
          <Tab value="proposals" id="tab-proposals" aria-controls="panel">
            {strings.proposals.tab(incoming.proposals.length)}
          </Tab>
        )}
        {memory !== null && (
          <Tab value="history" id="tab-history" aria-controls="panel">
            {strings.history.tab}
          </Tab>
        )}
      </TabList>
      <div className={styles.panel} role="tabpanel" id="panel" aria-labelledby={`tab-${view}`}>
        {view === 'proposals' && incoming !== null && (
          <ProposalsView incoming={incoming} memory={memory} undoable={undoable} resting={resting} />
        )}
        {view === 'tieout' && <TieOutView review={review} undoable={undoable} resting={resting} />}
        {view === 'history' && memory !== null && <HistoryView memory={memory} answered={review.answered} resting={resting} />}
        {view === 'differences' && <DifferencesView review={review} resting={resting} undoable={undoable} />}
      </div>
    </>
  );
}

/** What is proposed is looked at as offers: it was never calculated as a whole, so that there is nothing that could tie out. */
function viewOf(view: Review['view'], isProposed: boolean): Review['view'] {
  if (view === 'history') return view;
  if (isProposed) return 'proposals';
  return view === 'proposals' ? 'tieout' : view;
}
