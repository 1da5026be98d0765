import { useRef, type ReactElement } from 'react';

interface Picking {
  /** What can be picked, as `.xlsx,.xlsm`. */
  readonly accept: string;
  readonly several?: boolean;
  readonly name: string;
  readonly onPick: (files: readonly File[]) => void;
}

/** Lets the user pick files: what opens the picker, and the element that has to be drawn for it. */
export function useFilePicker({ accept, several = false, name, onPick }: Picking): {
  readonly pick: () => void;
  readonly picker: ReactElement;
} {
  const input = useRef<HTMLInputElement>(null);
  const picker = (
    <input
      ref={input}
      type="file"
      accept={accept}
      multiple={several}
      hidden
      data-testid={name}
      onChange={(event) => {
        const files = [...(event.target.files ?? [])];
        event.target.value = '';
        if (files.length > 0) onPick(files);
      }}
    />
  );
  return { pick: () => input.current?.click(), picker };
}
