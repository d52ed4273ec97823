import { doneLayout } from '../queue/done-facts'
import type { Layout } from '../table'
import type { TableName } from './state'

/** How a checkpoint lays down the tables of which a start wants only some; see {@link Layout}. */
export const layouts: { readonly [T in TableName]?: Layout<unknown, unknown> } = { tickets: doneLayout }
