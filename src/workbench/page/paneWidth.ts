import { byId } from './byId';

const NARROWEST = 320;
const WIDEST = 450;
const USUAL = 350;

/** Lets the user choose the pane's width: by the list, by dragging the splitter, or with its arrow keys. */
export function paneWidth(): void {
  const pane = byId('pane-frame', HTMLElement);
  const splitter = byId('splitter', HTMLDivElement);
  const list = byId('pane-width', HTMLSelectElement);
  const set = (width: number): void => {
    const within = Math.round(Math.min(WIDEST, Math.max(NARROWEST, width)));
    pane.style.width = `${within}px`;
    splitter.setAttribute('aria-valuenow', String(within));
    if (![...list.options].some((option) => option.value === String(within))) list.add(new Option(`${within} px`, String(within)));
    list.value = String(within);
    window.dispatchEvent(new Event('resize'));
  };
  for (const width of [NARROWEST, USUAL, 400, WIDEST]) list.add(new Option(`${width} px`, String(width)));
  splitter.setAttribute('aria-valuemin', String(NARROWEST));
  splitter.setAttribute('aria-valuemax', String(WIDEST));
  list.addEventListener('change', () => set(Number(list.value)));
  splitter.addEventListener('keydown', ({ key }) => {
    if (key === 'ArrowLeft') set(pane.offsetWidth + 10);
    if (key === 'ArrowRight') set(pane.offsetWidth - 10);
  });
  splitter.addEventListener('pointerdown', (event) => {
    splitter.setPointerCapture(event.pointerId);
    document.body.classList.add('resizing');
    const move = ({ clientX }: PointerEvent): void => set(window.innerWidth - clientX);
    splitter.addEventListener('pointermove', move);
    splitter.addEventListener(
      'lostpointercapture',
      () => {
        splitter.removeEventListener('pointermove', move);
        document.body.classList.remove('resizing');
      },
      { once: true },
    );
  });
  set(USUAL);
}
