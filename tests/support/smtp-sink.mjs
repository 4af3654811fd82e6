// Mail servers for tests: each takes what it is given, or fails in the way it is told to.
//   node smtp-sink.mjs, then one line of JSON on stdin for each server, or {"close": N}
// Prints {id, port} for each server, and {id, mail} for each mail: envelope, headers, parts, raw bytes. Ends with stdin.
//   refuse    {at: connect | sign-in | sender | recipient | message, code, text}
//   hang      takes the message and never answers   drop   takes the message, then cuts the connection without a word
//   cut       ends every connection at the first byte
//   key, cert PEM files: STARTTLS is offered        tls    TLS from the first byte
//   user, password: whoever does not sign in with them is refused
//   script    [greeting, reply to the first line, …] word for word instead of all that; null: silence, and then the end
import { readFileSync } from "node:fs";
import net from "node:net";
import { createInterface } from "node:readline";
import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";

const print = (value) => process.stdout.write(`${JSON.stringify(value)}\n`);

async function readAll(stream) {
  const pieces = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function described(session, raw) {
  const mail = await PostalMime.parse(raw);
  return {
    from: session.envelope.mailFrom.address,
    to: session.envelope.rcptTo.map((recipient) => recipient.address),
    greeting: session.hostNameAppearsAs,
    secure: session.secure,
    user: session.user ?? null,
    headers: Object.fromEntries(mail.headers.map(({ key, value }) => [key, value])),
    subject: mail.subject,
    sender: mail.from,
    text: mail.text,
    html: mail.html,
    raw: raw.toString("latin1"),
  };
}

function sink(id, wanted) {
  let connections = 0;
  const refusal = (at) => {
    if (wanted.refuse?.at !== at) return undefined;
    return Object.assign(new Error(wanted.refuse.text), { responseCode: wanted.refuse.code });
  };
  const takeMessage = async (stream, session, answer) => {
    const raw = await readAll(stream);
    print({ id, mail: { ...(await described(session, raw)), connections } });
    if (wanted.hang) return;
    if (wanted.drop) for (const connection of server.connections) connection._socket.destroy();
    else answer(refusal("message"));
  };
  const signIn = (given, _session, answer) => {
    if (given.username === wanted.user && given.password === wanted.password) {
      answer(refusal("sign-in"), { user: given.username });
    } else {
      answer(Object.assign(new Error("5.7.8 Authentication failed"), { responseCode: 535 }));
    }
  };
  const server = new SMTPServer({
    name: "sink.example",
    secure: Boolean(wanted.tls),
    key: wanted.key && readFileSync(wanted.key),
    cert: wanted.cert && readFileSync(wanted.cert),
    hideSTARTTLS: !wanted.cert,
    authOptional: !wanted.user,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    onConnect: (_session, answer) => {
      connections += 1;
      answer(refusal("connect"));
    },
    onAuth: signIn,
    onMailFrom: (_address, _session, answer) => answer(refusal("sender")),
    onRcptTo: (_address, _session, answer) => answer(refusal("recipient")),
    onData: takeMessage,
  });
  return server;
}

/** Says the lines of the script to each connection, one for each line that comes, whatever that is. */
const scripted = (script) =>
  net.createServer((socket) => {
    const lines = [...script];
    const sayNext = () => {
      const line = lines.shift();
      if (line !== undefined && line !== null) socket.write(`${line}\r\n`);
    };
    let inMessage = false;
    let rest = "";
    socket.on("error", () => {});
    socket.on("data", (bytes) => {
      const all = (rest + bytes.toString("latin1")).split("\r\n");
      rest = all.pop();
      for (const line of all) {
        if (inMessage && line !== ".") continue;
        inMessage = line === "DATA" && String(lines[0]).startsWith("354");
        sayNext();
      }
    });
    sayNext();
  });

const cutting = () =>
  net.createServer((socket) => {
    socket.on("error", () => {});
    socket.once("data", () => socket.destroy());
  });

function serverFor(id, wanted) {
  if (wanted.script) return scripted(wanted.script);
  return wanted.cut ? cutting() : sink(id, wanted);
}

const servers = [];
createInterface({ input: process.stdin })
  .on("line", (line) => {
    const wanted = JSON.parse(line);
    if (wanted.close !== undefined) {
      servers[wanted.close].close();
      return;
    }
    const id = servers.length;
    const server = serverFor(id, wanted);
    servers.push(server);
    server.on("error", () => {}); // what clients do wrong is what the tests are about
    const listener = server.listen(0, "127.0.0.1", () => {
      print({ id, port: listener.address().port });
    });
  })
  .on("close", () => process.exit(0));
