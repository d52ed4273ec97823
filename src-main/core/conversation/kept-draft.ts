import type { Draft } from '../../../src-preload/contract/conversation'
import type { OutgoingFile } from '../outbox/entry'

/** A draft as the desk keeps it: with where its files lie. `files` is absent for none. */
export type KeptDraft = Omit<Draft, 'attachments'> & { readonly files?: readonly OutgoingFile[] }
