import { PageIcon } from "../../shared/icon";
import type { Source } from "../model/types";
import { safeLink } from "../model/visitor";

/** The articles that an answer rests on. */
export function Sources({ of: sources = [] }: { of: readonly Source[] | undefined }) {
  return (
    <>
      {sources.map((source) => {
        const link = safeLink(source.url);
        const inside = (
          <>
            <PageIcon />
            {source.title}
          </>
        );
        return link ? (
          <a
            key={source.title}
            class="source"
            href={link}
            target="_blank"
            rel="noopener noreferrer"
          >
            {inside}
          </a>
        ) : (
          <span key={source.title} class="source plain">
            {inside}
          </span>
        );
      })}
    </>
  );
}
