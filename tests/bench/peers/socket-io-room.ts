import { createServer } from 'node:http'
import { Server } from 'socket.io'
import { listen } from './listen.ts'

/** A chat room as the manual of socket.io shows it, with connection-state recovery: acknowledges, and keeps it in memory. */
const server = createServer()
const io = new Server(server, { connectionStateRecovery: { maxDisconnectionDuration: 120_000 } })
io.on('connection', (socket) => {
  // What recovery gives back stays with the socket; it is empty in a process that has just started.
  const said: string[] = socket.data.said ?? []
  socket.data.said = said
  void socket.join('room')
  socket.on('count', (answer: (count: number) => void) => answer(said.length))
  socket.on('say', (text: string, acknowledge: () => void) => {
    said.push(text)
    acknowledge()
    socket.emit('line', text)
  })
})
listen(server)
