"""What can be known of a patient: concepts with their units, codes and freshness; drugs with their classes."""
