import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { useState } from 'react';
import type { ComparedModels } from '../../app/ports/ComparisonEngine';
import type { Decision } from '../../core/ledger/Decision';
import { isLocals } from '../lists/isLocals';
import { DecideDialog } from './DecideDialog';
import { usePane } from './PaneContext';

interface Props {
  readonly className: string;
  readonly models: ComparedModels;
  readonly ticked: ReadonlySet<string>;
}

/** Keeps all that is ticked on purpose, or offers it to official, with one reason. */
export function DecideTicked({ className, models, ticked }: Props) {
  const { pane, strings } = usePane();
  const words = strings.decisions;
  const [asking, setAsking] = useState<Decision['kind'] | null>(null);
  const chosen = models.comparison.differences.filter(({ id }) => ticked.has(id));
  const idsFor = (kind: Decision['kind']) =>
    (kind === 'exception' ? chosen : chosen.filter((one) => isLocals(one, pane.state().official))).map(({ id }) => id);
  const ids = asking === null ? [] : idsFor(asking);
  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button className={className} appearance="subtle" title={words.decideTickedHint} disabledFocusable={chosen.length === 0}>
            {words.decideTicked}
          </Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem title={words.keepHint} onClick={() => setAsking('exception')}>
              {words.keep}
            </MenuItem>
            <MenuItem title={words.proposeHint} disabled={idsFor('proposal').length === 0} onClick={() => setAsking('proposal')}>
              {words.propose}
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      {asking !== null && (
        <DecideDialog
          kind={asking}
          label={words.several(ids.length)}
          onClose={() => setAsking(null)}
          onDecide={(wish) => {
            setAsking(null);
            pane.decide(asking, ids, wish);
          }}
        />
      )}
    </>
  );
}
