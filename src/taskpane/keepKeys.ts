/** What of ours takes the keyboard for itself while it is open. */
const LAYERS = '[role=menu], [role=dialog], [role=alertdialog]';
/** Focus guards of Fluent's, which nobody sees or hears. */
const GUARDS = 'body > [data-tabster-dummy]';

/**
 * Keeps Esc and Tab for an open menu or dialog: office.js, which listens at the window, would move the focus to the sheet at Esc
 * and out of the dialog at Tab. Where none is open office.js has Tab, but must not stop at Fluent's invisible focus guards.
 */
export function keepKeys(document: Document): void {
  let inLayer = false;
  // Looked at before anyone has heard of the key: afterwards the layer may be closed already.
  const look = ({ key }: KeyboardEvent): void => {
    inLayer = (key === 'Escape' || key === 'Tab') && document.querySelector(LAYERS) !== null;
    if (key === 'Tab' && !inLayer) passGuards(document);
  };
  const keep = (event: KeyboardEvent): void => {
    if (inLayer) event.stopPropagation();
  };
  document.addEventListener('keydown', look, { capture: true });
  document.addEventListener('keydown', keep);
}

/** Takes the guards out of the tab order until the key has been dealt with. */
function passGuards(document: Document): void {
  const guards = [...document.querySelectorAll<HTMLElement>(GUARDS)].filter(({ tabIndex }) => tabIndex === 0);
  for (const guard of guards) guard.tabIndex = -1;
  setTimeout(() => guards.forEach((guard) => (guard.tabIndex = 0)), 0);
}
