import type { Block, Inline } from "./rich-text";
import { linkified, richText } from "./rich-text";

function Piece({ piece }: { piece: Inline }) {
  if (piece.kind === "link")
    return (
      <a href={piece.href} target="_blank" rel="noopener noreferrer nofollow ugc">
        {piece.text}
      </a>
    );
  if (piece.kind === "strong") return <b>{piece.text}</b>;
  if (piece.kind === "emphasis") return <i>{piece.text}</i>;
  if (piece.kind === "code") return <code>{piece.text}</code>;
  return <>{piece.text}</>;
}

function Line({ pieces }: { pieces: Inline[] }) {
  return (
    <>
      {pieces.map((piece, index) => (
        <Piece key={index} piece={piece} />
      ))}
    </>
  );
}

function BlockView({ block }: { block: Block }) {
  if (block.kind === "paragraph")
    return (
      <p>
        <Line pieces={block.content} />
      </p>
    );
  const items = block.items.map((item, index) => (
    <li key={index}>
      <Line pieces={item} />
    </li>
  ));
  return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
}

/** An answer of the AI: paragraphs, lists, bold, links. */
export function RichText({ text }: { text: string }) {
  return (
    <>
      {richText(text).map((block, index) => (
        <BlockView key={index} block={block} />
      ))}
    </>
  );
}

/** Words of a person: as they are, with links. */
export function PlainText({ text }: { text: string }) {
  return <Line pieces={linkified(text)} />;
}
