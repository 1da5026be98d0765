import { readRegistration } from '../../../src/adapters/identity/readRegistration';

const ID = '11111111-2222-3333-4444-555555555555';
const read = (content: string | null) =>
  readRegistration({
    querySelector: () => (content === null ? null : { getAttribute: () => content }),
    baseURI: 'https://tieout.example/taskpane.html?x#y',
  } as never);

test.each([
  [ID, 'organizations', false],
  [`${ID} contoso.onmicrosoft.com`, 'contoso.onmicrosoft.com', false],
  [`  ${ID}  ${ID} all `, ID, true],
])('%p is a registration', (content, tenant, allFiles) =>
  expect(read(content)).toEqual({
    clientId: ID,
    authority: `https://login.microsoftonline.com/${tenant}`,
    redirectUri: 'https://tieout.example/signin.html',
    allFiles,
  }),
);

test.each([null, '', 'none', 'not-a-guid', `${ID} ../evil.example`, `${ID} evil/common`])('%p is none', (content) =>
  expect(read(content)).toBeNull(),
);
