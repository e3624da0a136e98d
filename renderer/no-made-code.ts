import { z } from 'zod';

// Zod would otherwise try to make functions from text, which the security policy refuses. It tries at the first schema, so this comes before all others.
z.config({ jitless: true });
