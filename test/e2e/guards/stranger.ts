import { createServer } from 'node:net'

/** Someone outside: listens, and counts who comes. Nobody should. */
export const openStranger = async () => {
  let visits = 0
  const server = createServer((socket) => {
    visits++
    socket.destroy()
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('The stranger has no address.')
  return {
    host: `127.0.0.1:${address.port}`,
    visits: () => visits,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
      }),
  }
}

export type Stranger = Awaited<ReturnType<typeof openStranger>>
