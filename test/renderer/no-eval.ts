import { z } from 'zod'

// The page's policy forbids eval, which zod uses for speed. It decides when a schema is made: import this first.
z.config({ jitless: true })
