import { byId } from './byId';

/** Which of the two workbooks a file is meant to be. */
export type Side = 'local' | 'official';

/** Lets the user give workbook files by the two Open buttons or by dropping them on the page: `open` gets each one, `refuse` why one is not taken. */
export function chooseFiles(open: (side: Side, name: string, bytes: Uint8Array) => void, refuse: (sentence: string) => void): void {
  const picker = byId('file', HTMLInputElement);
  let asked: Side = 'local';
  const give = (side: Side, files: FileList | null | undefined): void => {
    const file = files?.[0];
    if (!file) return;
    if (files.length > 1) return refuse('Several files were dropped, and none was opened. Drop one workbook at a time.');
    void file.arrayBuffer().then(
      (buffer) => open(side, file.name, new Uint8Array(buffer)),
      () =>
        refuse(
          `${file.name} cannot be read: it may be a folder, or have been moved or deleted. Nothing was opened. Choose a workbook file.`,
        ),
    );
  };
  for (const side of ['local', 'official'] as const) {
    byId(`open-${side}`, HTMLButtonElement).addEventListener('click', () => {
      asked = side;
      picker.click();
    });
  }
  picker.addEventListener('change', () => {
    give(asked, picker.files);
    picker.value = '';
  });
  dropFiles(give);
}

function dropFiles(give: (side: Side, files: FileList | undefined) => void): void {
  const overlay = byId('drop', HTMLDivElement);
  const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
  window.addEventListener('dragenter', (event) => {
    if (hasFiles(event)) overlay.hidden = false;
  });
  window.addEventListener('dragover', (event) => event.preventDefault());
  window.addEventListener('drop', (event) => {
    event.preventDefault();
    overlay.hidden = true;
  });
  overlay.addEventListener('dragleave', (event) => {
    if (event.target === overlay && event.relatedTarget === null) overlay.hidden = true;
  });
  for (const side of ['local', 'official'] as const) {
    const zone = byId(`drop-${side}`, HTMLDivElement);
    zone.addEventListener('dragenter', () => zone.classList.add('over'));
    zone.addEventListener('dragleave', () => zone.classList.remove('over'));
    zone.addEventListener('drop', (event) => {
      zone.classList.remove('over');
      give(side, event.dataTransfer?.files);
    });
  }
}
