import { serveJobs } from '../warm-program.ts';
import { drawingDied } from './create-renderer.ts';
import { createFontChain } from './font-chain.ts';
import { renderDocument } from './render-document.ts';

// The program of the child process that draws papers, one after the other. What is personal comes and goes over the
// channel between the two processes and touches no file.
const fonts = createFontChain(); // lives as long as the process: reading the fonts is the slow part

serveJobs((document: Parameters<typeof renderDocument>[0]) => renderDocument(document, fonts), drawingDied);
