"""The graph of documents: what cites what, and which plans are alike."""
