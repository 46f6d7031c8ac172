import { config } from 'zod';

// zod writes functions from text to be quick, which the page's policy forbids. It asks when a schema is made, so this
// must be the first import of the page: before anything of shared/.
config({ jitless: true });
