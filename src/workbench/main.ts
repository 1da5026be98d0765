/** The workbench page: plays Excel in a browser, with the task pane as it is. Development and tests only. */
import { chooseFiles } from './page/chooseFiles';
import { byId } from './page/byId';
import { paneWidth } from './page/paneWidth';
import { chooseTheme } from './page/theme';
import { Workbench } from './page/Workbench';
import './page/workbench.css';

const SAMPLE_LOCAL = 'assets/samples/revenue-model-fy26-finance.xlsx';
const SAMPLE_OFFICIAL = {
  title: 'Revenue model FY26',
  version: 'v14',
  url: new URL('assets/samples/revenue-model-fy26-official.xlsx', location.href).href,
};

const workbench = new Workbench();
/** For the browser's console and the browser tests. */
Object.assign(window, { workbench });

chooseTheme((chosen) => workbench.setTheme(chosen));
paneWidth();
chooseFiles(
  (side, name, bytes) => void (side === 'local' ? workbench.openLocal(name, bytes) : workbench.openOfficial(name, bytes)),
  (sentence) => workbench.say(sentence),
);
const press = (id: string, action: () => void): void => byId(id, HTMLButtonElement).addEventListener('click', action);
press('save', () => void workbench.save());
press('undo', () => workbench.undo());
press('redo', () => workbench.redo());
press('message-close', () => workbench.say(null));
window.addEventListener('keydown', (event) => {
  if (event.key === 'F6') workbench.focusPane();
  else if (event.key === 's' && (event.ctrlKey || event.metaKey)) void workbench.save();
  else return;
  event.preventDefault();
});

void start();

/** `?local=` and `?official=` name other workbooks than the samples; `official=none` starts without one, `catalog=` names one for the pane. */
async function start(): Promise<void> {
  const query = new URLSearchParams(location.search);
  const official = query.get('official');
  if (official === null) workbench.setOfficial(SAMPLE_OFFICIAL);
  else if (official !== 'none')
    workbench.setOfficial({ title: nameOf(official).replace(/\.[^.]*$/, ''), url: new URL(official, location.href).href });
  const local = query.get('local') ?? SAMPLE_LOCAL;
  const response = await fetch(local);
  if (!response.ok)
    return workbench.say(`${nameOf(local)} could not be fetched (${response.status}). Open a workbook with the Open button instead.`);
  await workbench.openLocal(nameOf(local), new Uint8Array(await response.arrayBuffer()));
}

function nameOf(url: string): string {
  return decodeURIComponent(new URL(url, location.href).pathname.split('/').pop() ?? '') || 'Workbook.xlsx';
}
