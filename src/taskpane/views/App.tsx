import { FluentProvider, makeStyles, tokens, type Theme } from '@fluentui/react-components';
import { useCallback, useEffect, useRef, useSyncExternalStore, type ReactNode } from 'react';
import { reviewOf, type PaneState } from '../state/PaneState';
import { Boundary } from './Boundary';
import { Broken } from './Broken';
import { CatalogBars } from './CatalogBars';
import { ChooseView } from './ChooseView';
import { Header } from './Header';
import { InterruptedBar } from './InterruptedBar';
import { LeftBar } from './LeftBar';
import { HistoryView } from './HistoryView';
import { NoticeBar } from './NoticeBar';
import { PairingView } from './PairingView';
import { PaneContext, type PaneContextValue } from './PaneContext';
import { PlanView } from './PlanView';
import { PublishView } from './PublishView';
import { ReadyView } from './ReadyView';
import { ReviewView } from './ReviewView';
import { WorkBar } from './WorkBar';

const useStyles = makeStyles({
  pane: {
    height: '100vh',
    backgroundColor: tokens.colorNeutralBackground1,
    display: 'flex',
    flexDirection: 'column',
    minWidth: 0,
    overflowY: 'auto',
    overflowX: 'hidden',
  },
  main: { flexGrow: 1, minHeight: 0, display: 'flex', flexDirection: 'column', outlineStyle: 'none' },
});

/** The whole pane, drawn from the state of `value.pane`. */
export function App({ value, theme }: { readonly value: PaneContextValue; readonly theme: Theme }) {
  const styles = useStyles();
  const { pane } = value;
  const state = useSyncExternalStore(pane.subscribe, pane.state);
  const main = useMainFocus(screenOf(state));
  return (
    <FluentProvider theme={theme}>
      <PaneContext.Provider value={value}>
        <div className={styles.pane} data-stage={state.stage.at}>
          <Header state={state} />
          <main className={styles.main} ref={main} tabIndex={-1}>
            <NoticeBar notice={state.notice} />
            <LeftBar state={state} />
            <CatalogBars state={state} />
            <InterruptedBar resting={!('work' in state.stage)} />
            {'work' in state.stage && <WorkBar work={state.stage.work} />}
            <Boundary key={screenOf(state)} fallback={<Broken />}>
              {screen(state)}
            </Boundary>
          </main>
        </div>
      </PaneContext.Provider>
    </FluentProvider>
  );
}

function screenOf({ stage, publishing }: PaneState): string {
  if (publishing !== null) return 'publish';
  if (stage.at === 'choosing' || stage.at === 'pairing') return stage.at;
  if (stage.at === 'plan' || stage.at === 'syncing') return 'plan';
  return reviewOf(stage) === null ? 'ready' : 'review';
}

function screen(state: PaneState): ReactNode {
  const { stage, official } = state;
  const review = reviewOf(stage);
  switch (screenOf(state)) {
    case 'publish':
      return state.publishing && <PublishView publishing={state.publishing} />;
    case 'choosing':
      return (
        <>
          <ChooseView canLeave={official !== null} listing={state.listing} />
          {history(state)}
        </>
      );
    case 'pairing':
      return stage.at === 'pairing' && <PairingView stage={stage} />;
    case 'plan':
      return (
        'draft' in stage && <PlanView draft={stage.draft} models={stage.review.models} work={stage.at === 'syncing' ? stage.work : null} />
      );
    case 'review':
      return (
        review && (
          <ReviewView
            review={review}
            memory={state.memory}
            incoming={state.incoming}
            undoable={state.undoable !== null}
            resting={stage.at === 'review'}
          />
        )
      );
    default:
      return (
        official && (
          <>
            <ReadyView official={official} working={stage.at !== 'ready'} />
            {history(state)}
          </>
        )
      );
  }
}

/** What was done to the workbook on other days, below the screens on which nothing is compared yet. */
function history({ memory, stage }: PaneState): ReactNode {
  if (memory === null || (memory.receipts.length === 0 && memory.problem === null)) return null;
  return <HistoryView memory={memory} resting={stage.at === 'ready' || stage.at === 'choosing'} />;
}

/** When another screen takes over and what had the focus is gone with the old one, the focus goes to the new screen, never to nowhere. */
function useMainFocus(name: string) {
  const main = useRef<HTMLElement | null>(null);
  const first = useRef(true);
  useEffect(() => {
    if (first.current) first.current = false;
    else if (document.activeElement === null || document.activeElement === document.body) main.current?.focus();
  }, [name]);
  return useCallback((element: HTMLElement | null) => void (main.current = element), []);
}
