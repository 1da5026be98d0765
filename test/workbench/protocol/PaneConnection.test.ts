import { PaneConnection, type PaneHandlers } from '../../../src/workbench/protocol/PaneConnection';
import { OfficeFault } from '../../../src/workbench/protocol/OfficeFault';

const posted: Record<string, unknown>[] = [];
const told: unknown[] = [];
let connection: PaneConnection;
const handlers: PaneHandlers = {
  execute: async (data) => {
    if (data === 'fault') throw new OfficeFault(5004);
    if (data === 'bug') throw new TypeError('a bug of ours');
    return { got: data };
  },
  appContext: () => ({ _id: 'pane' }),
  onRegister: (event) => told.push(['registered', event]),
  onUnregister: (event) => told.push(['unregistered', event]),
  onNotify: (action) => told.push(['notified', action]),
  onUnknown: (action) => told.push(['unknown', action]),
};
beforeEach(() => {
  posted.length = told.length = 0;
  connection = new PaneConnection('talk', 'https://host', (text) => posted.push(JSON.parse(text) as Record<string, unknown>), handlers);
});

const ask = (action: string, data: unknown, more: Record<string, unknown> = {}) =>
  connection.receive(
    JSON.stringify({
      _messageType: 0,
      _actionName: action,
      _actionType: 0,
      _conversationId: 'talk',
      _correlationId: 7,
      _data: data,
      ...more,
    }),
  );

test('a call is answered with its correlation, as office.js expects', async () => {
  await ask('executeMethod', 'x');
  expect(posted).toEqual([
    {
      _serializerVersion: 1,
      _origin: 'https://host',
      _conversationId: 'talk',
      _messageType: 1,
      _actionName: 'executeMethod',
      _correlationId: 7,
      _errorCode: 0,
      _responseType: 0,
      _data: { Version: 1, Error: 0, got: 'x' },
    },
  ]);
});

test.each([
  ['fault', 5004],
  ['bug', 5001],
])('a %s fails the call with number %i and nothing else', async (data, number) => {
  await ask('executeMethod', data);
  expect(posted).toMatchObject([{ _data: { Error: number } }]);
});

test('events go to whom registered, and only as long', async () => {
  expect(connection.fire('richApiMessage', 1)).toBe(false);
  await ask('richApiMessage', {}, { _actionType: 1, _correlationId: 9 });
  expect(connection.fire('richApiMessage', 2)).toBe(true);
  await ask('richApiMessage', {}, { _actionType: 2 });
  expect(connection.fire('richApiMessage', 3)).toBe(false);
  expect(posted[1]).toMatchObject({ _responseType: 1, _correlationId: 9, _data: 2 });
  expect(told).toEqual([
    ['registered', 'richApiMessage'],
    ['unregistered', 'richApiMessage'],
  ]);
});

test('a pane that starts again has no registrations left', async () => {
  await ask('richApiMessage', {}, { _actionType: 1 });
  await ask('ContextActivationManager_getAppContextAsync', 'pane');
  expect(connection.fire('richApiMessage', 1)).toBe(false);
});

test('focus notes and unknown actions are passed on', async () => {
  await ask('ContextActivationManager_notifyHost', ['pane', 13]);
  await ask('somethingNew', null);
  expect(told).toEqual([
    ['notified', 13],
    ['unknown', 'somethingNew'],
  ]);
  expect(posted[1]).toMatchObject({ _errorCode: -2 });
});

test.each([
  ['no text', 5],
  ['no JSON', '{'],
  ['no request', '{"_messageType":0}'],
  [
    'another conversation',
    JSON.stringify({ _messageType: 0, _actionName: 'executeMethod', _actionType: 0, _conversationId: 'x', _correlationId: 1 }),
  ],
])('%s is not answered', async (_, message) => {
  await connection.receive(message);
  expect(posted).toEqual([]);
});

test('a closed connection is silent', async () => {
  connection.close();
  await ask('executeMethod', 'x');
  expect(posted).toEqual([]);
});
