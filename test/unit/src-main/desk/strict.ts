/** A fake that knows only what it is given: any other call throws, so that nothing happens unseen. */
export function strict<T extends object>(name: string, known: Partial<T>): T {
  return new Proxy(known as T, {
    get(target, key) {
      if (key in target || typeof key === 'symbol' || key === 'then') return Reflect.get(target, key)
      throw new Error(`${name}.${key} was not expected`)
    },
  })
}

/** Lets everything that can go on without time passing go on. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 200; turn++) await Promise.resolve()
}
