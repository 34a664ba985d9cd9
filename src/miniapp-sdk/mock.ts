import { startMockHost } from './mock/startMockHost.ts';

/* Script `mock.js`: a messenger inside the page, for trying an app without one. In a frame somebody else is the host, and it does nothing. */
startMockHost(window);
