/** The page that a sign-in window comes back to: it hands Microsoft's answer to the pane and closes. */
import { broadcastResponseToMainFrame } from '@azure/msal-browser/redirect-bridge';

broadcastResponseToMainFrame().catch(() => {
  document.getElementById('signin')!.textContent = 'Signing in did not work. Close this window and try again in Tieout.';
});
