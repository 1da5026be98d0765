import { useRef, type ReactElement } from 'react';
import { usePane } from './PaneContext';

/** Lets the user pick the version that the open workbook was made from: what opens the picker, and the element that has to be drawn for it. */
export function useBasePicker(): { readonly pick: () => void; readonly picker: ReactElement } {
  const { pane } = usePane();
  const input = useRef<HTMLInputElement>(null);
  const picker = (
    <input
      ref={input}
      type="file"
      accept=".xlsx,.xlsm,.xlsb"
      hidden
      data-testid="base-file"
      onChange={(event) => {
        const file = event.target.files?.[0];
        event.target.value = '';
        if (file) pane.chooseBase(file);
      }}
    />
  );
  return { pick: () => input.current?.click(), picker };
}
