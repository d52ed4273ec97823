import type { DeskState, TableName } from './state'

/** From one state of the desk to another, and which entries differ: looked for once, however many ask. */
export class Change {
  private readonly found = new Map<TableName, readonly string[]>()

  constructor(
    readonly before: DeskState,
    readonly after: DeskState,
  ) {}

  /** Ids of a table's entries that were added, changed or taken away. */
  ids(name: TableName): readonly string[] {
    const known = this.found.get(name)
    if (known) return known
    const ids = this.after[name].changedIds(this.before[name] as never)
    this.found.set(name, ids)
    return ids
  }
}
