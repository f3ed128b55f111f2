import { WebSocket } from 'ws'

/** Frames over sockets to an echo, each sent when the last has come back. */
const { url, connections, runMs } = JSON.parse(process.argv[2] ?? '') as {
  url: string
  connections: number
  runMs: number
}
const frame = JSON.stringify({ type: 'say', text: 'Hvad koster et pas til mit barn?' })
let echoed = 0
const sockets = Array.from(
  { length: connections },
  () => new WebSocket(url, { perMessageDeflate: false }),
)
await Promise.all(sockets.map((socket) => new Promise((resolve) => socket.once('open', resolve))))
const beginMs = performance.now()
for (const socket of sockets) {
  socket.on('message', () => {
    echoed += 1
    socket.send(frame)
  })
  socket.send(frame)
}
await new Promise((resolve) => setTimeout(resolve, runMs))
process.stdout.write(
  JSON.stringify({ perSecond: echoed / ((performance.now() - beginMs) / 1_000) }),
)
process.exit(0)
