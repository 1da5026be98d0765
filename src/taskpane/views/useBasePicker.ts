import { usePane } from './PaneContext';
import { useFilePicker } from './useFilePicker';

/** Lets the user pick the version that the open workbook was made from, as `useFilePicker` does. */
export function useBasePicker(): ReturnType<typeof useFilePicker> {
  const { pane } = usePane();
  return useFilePicker({ accept: '.xlsx,.xlsm,.xlsb', name: 'base-file', onPick: ([file]) => file && pane.chooseBase(file) });
}
