import { useEffect, useRef, useState } from 'react';
import type { InterruptedRun } from '../../app/ports/InterruptedRuns';
import { usePane } from './PaneContext';

/** The interrupted sync that the open workbook remembers, and the ways out; looked for at the start and whenever `resting` comes about. */
export function useInterrupted(resting: boolean) {
  const { pane, strings, interrupted } = usePane();
  const [run, setRun] = useState<InterruptedRun | null>(null);
  const [working, setWorking] = useState(false);
  /** How far finishing has come, from 0 to 1; null while it is not finished. */
  const [done, setDone] = useState<number | null>(null);
  const stop = useRef<AbortController | null>(null);

  useEffect(() => {
    if (!resting) return;
    let gone = false;
    // What cannot be read now is asked for again after the next step; a sync says so itself before it writes.
    void interrupted.find().then((found) => void (!gone && setRun(found.ok ? found.value : null)));
    return () => void (gone = true);
  }, [interrupted, resting]);

  async function takeBack(): Promise<void> {
    const texts = strings.interrupted;
    setWorking(true);
    const back = await interrupted.takeBack({ progress: () => undefined, signal: { aborted: false } });
    setWorking(false);
    if (!back.ok) {
      return pane.dispatch({
        type: 'noticed',
        notice: { tone: 'failure', title: texts.failed, message: back.failure.message, details: [] },
      });
    }
    setRun(null);
    pane.dispatch({ type: 'undoableChanged', outcome: null });
    const details = back.value.skipped.map(({ sheet, address, reason }) => strings.notices.skipped(sheet, address, reason));
    const message = details.length > 0 ? texts.partly : texts.done.message;
    pane.dispatch({
      type: 'noticed',
      notice: { tone: details.length > 0 ? 'warning' : 'done', title: texts.done.title, message, details },
    });
  }

  async function finish(): Promise<void> {
    stop.current = new AbortController();
    setWorking(true);
    setDone(0);
    const finished = await interrupted.finish({ progress: (_, part) => setDone(part), signal: stop.current.signal });
    stop.current = null;
    setDone(null);
    if (finished.ok) {
      setRun(null);
      await pane.finished(finished.value);
    } else {
      const { message } = finished.failure;
      pane.dispatch({ type: 'noticed', notice: { tone: 'failure', title: strings.interrupted.notFinished, message, details: [] } });
      // How far it is by now, and what ways are left.
      const found = await interrupted.find();
      if (found.ok) setRun(found.value);
    }
    setWorking(false);
  }

  async function leave(): Promise<void> {
    setWorking(true);
    const left = await interrupted.leave();
    setWorking(false);
    if (left.ok) setRun(null);
    else {
      const { message } = left.failure;
      pane.dispatch({ type: 'noticed', notice: { tone: 'failure', title: strings.interrupted.failed, message, details: [] } });
    }
  }

  return { run, working, done, takeBack, finish, cancel: () => stop.current?.abort(), leave };
}
