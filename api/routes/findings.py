"""The bodies of answers to searches."""

import datetime as dt
from collections.abc import Mapping
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field

from api.routes.bounds import NEXT_EXAMPLE, Typed
from api.routes.wire import DocumentAnswer
from api.store.graph.graph import Ending
from api.store.search.found import Facet, Found, Hit
from api.store.search.tables import SavedSearch

Sort = Literal["relevance", "date"]


class PieceAnswer(BaseModel):
    """A stretch of a snippet."""

    model_config = ConfigDict(from_attributes=True)

    text: str = Field(examples=["bình đẳng giới"])
    is_match: bool = Field(examples=[True])


class HitAnswer(BaseModel):
    """A document that was found, where it matched, and a snippet of the page that says it best."""

    document: DocumentAnswer
    matched_in: Literal["number", "head", "body", "near"] = Field(examples=["head"])
    page: int | None = Field(examples=[1])
    snippet: list[PieceAnswer]
    ended: list[Ending] = Field(
        description="That it has been replaced or amended since.", examples=[["replaces"]]
    )

    @classmethod
    def of(cls, hit: Hit) -> Self:
        """The answer for a hit."""
        return cls(
            document=DocumentAnswer.of(hit.document),
            matched_in=hit.matched_in,
            page=hit.page,
            snippet=[PieceAnswer.model_validate(piece) for piece in hit.snippet],
            ended=list(hit.ended),
        )


class FacetAnswer(BaseModel):
    """How many hits have one value."""

    value: str = Field(examples=["KH"])
    count: int = Field(examples=[12])


class WideningAnswer(BaseModel):
    """Other names, in time, of an organ that was asked for."""

    model_config = ConfigDict(from_attributes=True)

    name: str = Field(examples=["xã Thổ Tang"])
    others: list[str] = Field(examples=[["huyện Vĩnh Tường", "thị trấn Thổ Tang"]])
    era: Literal["before", "after", "any"] = Field(
        description="Of documents before or after 1 July 2025.", examples=["before"]
    )


class FoundAnswer(BaseModel):
    """A part of the hits; `next` is the `after` of what follows, null at the end."""

    items: list[HitAnswer]
    next: str | None = Field(examples=[NEXT_EXAMPLE])
    total: int = Field(examples=[1])
    is_capped: bool = Field(
        description="There are more than `total`; facets count the first `total` alone.",
        examples=[False],
    )
    facets: dict[Facet, list[FacetAnswer]] = Field(
        description="How the hits divide by type, issuer, year and keyword.",
        examples=[{"type": [{"value": "KH", "count": 1}]}],
    )
    near: dict[str, list[str]] = Field(
        description="Spellings that were taken too for a word: slips of recognition.",
        examples=[{"hoạch": ["hoacb"]}],
    )
    unclear: list[str] = Field(
        description="Filters whose value was not understood.", examples=[["từ:hôm qua"]]
    )

    widenings: list[WideningAnswer]
    is_widened: bool = Field(
        description="The names of `widenings` were looked for too.", examples=[False]
    )

    @classmethod
    def of(cls, found: Found) -> Self:
        """The answer for what was found."""
        return cls(
            items=[HitAnswer.of(hit) for hit in found.hits],
            next=found.next,
            total=found.total,
            is_capped=found.is_capped,
            facets=_facets(found.facets),
            near={word: list(others) for word, others in found.near.items()},
            unclear=list(found.unclear),
            widenings=[WideningAnswer.model_validate(one) for one in found.widenings],
            is_widened=found.is_widened,
        )


class MatchAnswer(BaseModel):
    """A word that was asked for, and its box on the page: x0, top, x1, bottom in points."""

    model_config = ConfigDict(from_attributes=True)

    page: int = Field(examples=[1])
    text: str = Field(examples=["giới"])
    box: tuple[float, float, float, float] = Field(examples=[[86.2, 121.4, 180.9, 134.0]])


class SavedSearchBody(BaseModel):
    """A question that shall be kept under a name."""

    model_config = ConfigDict(extra="forbid")

    name: Typed = Field(min_length=1, max_length=120, examples=["Kế hoạch bình đẳng giới"])
    query: Typed = Field(min_length=1, max_length=400, examples=["bình đẳng giới loại:KH"])
    sort: Sort = Field(default="relevance", examples=["date"])


class SavedSearchAnswer(BaseModel):
    """A question that is kept under a name."""

    model_config = ConfigDict(from_attributes=True)

    id: int = Field(examples=[1])
    name: str = Field(examples=["Kế hoạch bình đẳng giới"])
    query: str = Field(examples=["bình đẳng giới loại:KH"])
    sort: Sort = Field(examples=["date"])
    created_at: dt.datetime = Field(examples=["2026-03-09T08:30:00Z"])

    @classmethod
    def of(cls, row: SavedSearch) -> Self:
        """The answer for a row."""
        return cls.model_validate(row)


class SavedSearchList(BaseModel):
    """Saved searches by name; `next` is the `after` of what follows, null at the end."""

    items: list[SavedSearchAnswer]
    next: str | None = Field(examples=[NEXT_EXAMPLE])


def _facets(facets: Mapping[Facet, tuple[tuple[str, int], ...]]) -> dict[Facet, list[FacetAnswer]]:
    return {
        name: [FacetAnswer(value=value, count=count) for value, count in values]
        for name, values in facets.items()
    }
