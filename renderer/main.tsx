import './transport/jitless.ts';
import { createBrowserClient } from './transport/browser-client.ts';
import { createDesktopClient } from './transport/desktop-client.ts';
import { startPage } from './start-page.tsx';

startPage(window.proctor === undefined ? createBrowserClient() : createDesktopClient(window.proctor));
