import { usePane } from './PaneContext';
import { useFilePicker } from './useFilePicker';

/** Lets the user pick proposal files of teams, as `useFilePicker` does. */
export function useProposalPicker(): ReturnType<typeof useFilePicker> {
  const { pane } = usePane();
  return useFilePicker({ accept: '.json', several: true, name: 'proposal-files', onPick: (files) => pane.incoming.open(files) });
}
