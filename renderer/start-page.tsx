import '@fontsource/noto-sans-sc/400.css';
import '@fontsource/noto-sans-sc/600.css';
import '@fontsource/noto-sans-sc/700.css';
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/components.css';
import './styles/shell.css';
import './styles/clock.css';
import './styles/alarms.css';
import './styles/start.css';
import './styles/wizard.css';
import './styles/rules-form.css';
import './styles/roster.css';
import './styles/day.css';
import './styles/site.css';
import './styles/course.css';
import './styles/check-code.css';
import './styles/collect.css';
import './styles/check-in.css';
import './styles/person.css';
import './styles/photos.css';
import './styles/seat-states.css';
import './styles/seats.css';
import './styles/seating.css';
import './styles/seat-panel.css';
import './styles/acts.css';
import './styles/violations.css';
import './styles/documents.css';
import './styles/record.css';
import './styles/scans.css';
import './styles/signed-papers.css';
import './styles/paper-check.css';
import './styles/settings.css';
import './styles/staff.css';
import './styles/recovery.css';
import './styles/package.css';
import './styles/backup.css';
import './styles/rehearsal.css';
import './styles/small-window.css';
import './styles/shield.css';
import './styles/sign-in.css';
import './styles/big.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nProvider } from 'react-aria-components';
import { App } from './screens/App.tsx';
import { isBigPage, reloadOnOtherKind } from './screens/big/big-address.ts';
import { followKeepAwake } from './stores/keep-awake.ts';
import { followPhotos } from './stores/photo-store.ts';
import { type LinkedClient, linkStation } from './stores/station-link.ts';
import { applyTheme, useTheme } from './stores/theme-store.ts';

/** Draws the whole page on a client; the tests hand in one of their own. */
export function startPage(client: LinkedClient): void {
  reloadOnOtherKind();
  const isBig = isBigPage();
  applyTheme(isBig ? 'dark' : useTheme.getState().theme);
  if (!isBig) followPhotos();
  followKeepAwake();
  linkStation(client, { withPeople: !isBig });
  const root = document.getElementById('root');
  if (root === null) throw new Error('index.html has no #root');
  createRoot(root).render(
    <StrictMode>
      <I18nProvider locale="zh-CN">
        <App />
      </I18nProvider>
    </StrictMode>,
  );
}
