import { configureGlobal } from 'fast-check'

/** The same walks in every run, so that a red build can be looked at; TOPICDESK_SEED=n takes others. */
configureGlobal({ seed: Number(process.env.TOPICDESK_SEED ?? 20261121) })
