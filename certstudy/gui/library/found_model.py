"""The hits as a model; a row's text is read from the catalogue when the row is first seen."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from certstudy.gui.override import override
from certstudy.present.library import RowView, row_view
from certstudy.study.library import Found
from certstudy.study.ports import Catalog

Index = QModelIndex | QPersistentModelIndex


class FoundModel(QAbstractListModel):
    """`show_found(rows)`; the same questions with other marks keep the list's place."""

    def __init__(self, catalog: Catalog, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalog = catalog
        self._rows: tuple[Found, ...] = ()
        self._views: dict[Found, RowView] = {}

    def show_found(self, rows: tuple[Found, ...]) -> None:
        """Shows other hits."""
        if [row.entry.id for row in rows] == [row.entry.id for row in self._rows]:
            self._rows, self._views = rows, {}
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows, self._views = rows, {}
        self.endResetModel()

    @property
    def rows(self) -> tuple[Found, ...]:
        """The hits in order."""
        return self._rows

    def question_id(self, index: Index) -> str:
        """The question in a row, "" outside the list."""
        return self._rows[index.row()].entry.id if index.isValid() else ""

    def index_of(self, question_id: str) -> QModelIndex:
        """The row of a question; invalid if it is not among the hits."""
        places = (n for n, row in enumerate(self._rows) if row.entry.id == question_id)
        row = next(places, None)
        return QModelIndex() if row is None else self.index(row)

    def view(self, row: int) -> RowView:
        """A row as it is drawn."""
        found = self._rows[row]
        view = self._views.get(found)
        if view is None:
            question = self._catalog.question(found.entry.id)
            view = self._views[found] = row_view(self._catalog.syllabus, found, question)
        return view

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.view(index.row()).headline
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.view(index.row()).name
        return None
