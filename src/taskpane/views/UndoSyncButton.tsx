import { Button } from '@fluentui/react-components';
import { ArrowUndo20Regular } from './icons';
import { usePane } from './PaneContext';

/** Takes back the last sync. */
export function UndoSyncButton({ resting }: { readonly resting: boolean }) {
  const { pane, strings } = usePane();
  return (
    <Button icon={<ArrowUndo20Regular />} disabledFocusable={!resting} onClick={() => pane.undo()}>
      {strings.sync.undo}
    </Button>
  );
}
