import './transport/jitless.ts';
import { createBrowserClient } from './transport/browser-client.ts';
import { startPage } from './start-page.tsx';

startPage(createBrowserClient());
