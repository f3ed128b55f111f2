import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'
import { listen } from './listen.ts'

/** The socket library alone: sends back each frame. */
const server = createServer()
const sockets = new WebSocketServer({ server })
sockets.on('connection', (socket) => {
  socket.on('message', (data, isBinary) => socket.send(data, { binary: isBinary }))
})
listen(server)
